/// Unbraid as its users start it: by the launcher, as modules. Runs when all is packaged, after the other tests, which run
/// on the class path and so see every package of every module.
@org.jspecify.annotations.NullMarked
package dev.unbraid.app.launch;
