/// Style sheets, fonts, icons, messages, colour maps.
@org.jspecify.annotations.NullMarked
module dev.unbraid.ui {
    requires static org.jspecify;

    exports dev.unbraid.ui;
}
