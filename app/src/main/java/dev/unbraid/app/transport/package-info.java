/// Play, stop and all that decides where, how fast and how high.
///
/// Knows neither keys nor menus: the shell calls its wishes.
package dev.unbraid.app.transport;
