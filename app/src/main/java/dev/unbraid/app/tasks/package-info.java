/// The jobs of the session as a list and as one line: how far each is, and what can be done with it.
///
/// Knows no job's insides: progress is read once a frame from its state, wishes go to the session.
package dev.unbraid.app.tasks;
