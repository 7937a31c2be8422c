package dev.unbraid.cli;

import com.google.gson.JsonObject;

import java.util.List;

/// How a long command talks: to a person, to a program, or hardly at all.
interface Voice {
    void progress(Step step);

    /// Something a person should know meanwhile, such as a licence.
    void note(String sentence);

    /// @param event for programs
    /// @param lines the same for people
    void result(JsonObject event, List<String> lines);

    /// @param subject what it failed on; empty when that is the command itself
    void failure(Failure failure, String subject);
}
