/// The open desk: the jobs that a user starts, from file to file.
///
/// Knows neither a particular network nor a tensor: what separates arrives as a [dev.unbraid.separation.ModelBag].
package dev.unbraid.session;
