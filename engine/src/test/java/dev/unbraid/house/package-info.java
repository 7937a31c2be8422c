/// The house rules as tests: who may know whom, and how large a file, a method or a constructor may grow.
///
/// Every rule has a name and a reason. A class that must break one carries
/// [dev.unbraid.audio.RuleException] with that name; no rule names a class.
package dev.unbraid.house;
