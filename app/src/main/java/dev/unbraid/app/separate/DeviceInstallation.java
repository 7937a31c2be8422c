package dev.unbraid.app.separate;

import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparationDevice;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Gets what a device needs before it can be used. How that fails is the list of tasks' to tell.
final class DeviceInstallation {
    private final SessionMirror session;
    private final SeparationChoices choices;
    private final ReadOnlyObjectWrapper<Optional<JobState>> state = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Job> job = Optional.empty();

    DeviceInstallation(SessionMirror session, SeparationChoices choices) {
        this.session = session;
        this.choices = choices;
    }

    /// As it was at the last [#poll]; empty while nothing is installed.
    ReadOnlyObjectProperty<Optional<JobState>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void install(SeparationDevice device) {
        if (job.isEmpty()) {
            Job begun = session.session().install(device.name());
            job = Optional.of(begun);
            state.set(Optional.of(begun.state()));
        }
    }

    /// What is there already stays for the next try.
    void stop() {
        job.ifPresent(Job::cancel);
    }

    /// Reads how far it is; once a frame while there is something to read.
    void poll() {
        Optional<JobState> now = job.map(Job::state);
        if (now.filter(JobState::isOver).isPresent()) {
            job = Optional.empty();
            state.set(Optional.empty());
            choices.refreshDevices();
        } else if (!now.equals(state.get())) {
            state.set(now);
        }
    }
}
