/// A lane's header: its name, its strip and how loud it is.
///
/// Knows neither where the header stands nor how the lane is drawn.
package dev.unbraid.app.mixer;
