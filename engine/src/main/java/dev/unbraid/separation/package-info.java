/// Takes a whole track apart with a network that knows one fixed length only: cut, run, stitch.
///
/// Knows no particular network and no file: a mix is something that frames are read from, a stem something that
/// frames are added to.
package dev.unbraid.separation;
