/// The window's house rules as tests. They stand before the window does, so that its first class meets them.
package dev.unbraid.app.house;
