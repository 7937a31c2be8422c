/// What the user or the operating system has decided: where things lie, what is preferred.
///
/// The only package that asks for environment variables and system properties; hands out typed values.
package dev.unbraid.settings;
