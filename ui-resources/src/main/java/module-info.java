/// What the window looks like: style sheets, fonts, icons, messages, colour maps. Empty until there is a window.
module dev.unbraid.ui {
}
