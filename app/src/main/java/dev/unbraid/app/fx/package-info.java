/// The only door between other threads and the screen's.
package dev.unbraid.app.fx;
