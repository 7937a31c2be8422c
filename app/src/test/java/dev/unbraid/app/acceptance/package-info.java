/// The whole program in its real window, under a robot's hands, on a display that nobody sees.
///
/// Needs a display (`DISPLAY`, as `xvfb-run` sets it) and skips without one.
package dev.unbraid.app.acceptance;
