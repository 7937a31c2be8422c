/// Pictures of the window, taken of the running program. Run by `docs/screenshots`; no tests.
package dev.unbraid.app.shots;
