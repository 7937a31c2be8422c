package dev.unbraid.session;

import java.util.concurrent.Executor;

/// What the tasks of a session share.
///
/// @param owner runs tasks on the session's thread
record Workbench(Document document, Sounds sounds, Executor owner, Listening listening) {}
