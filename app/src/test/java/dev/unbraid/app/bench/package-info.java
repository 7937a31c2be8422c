/// What the window's benchmark runs: `bench/window`. No tests.
package dev.unbraid.app.bench;
