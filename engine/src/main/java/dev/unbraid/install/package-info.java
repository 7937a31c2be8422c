/// What it takes to install anything: files whose content is known beforehand, fetched from elsewhere, taken up again after a
/// break, checked, and made ready beside the place where they will be.
///
/// Does not know what the files are for.
package dev.unbraid.install;
