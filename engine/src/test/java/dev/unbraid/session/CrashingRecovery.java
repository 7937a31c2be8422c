package dev.unbraid.session;

import java.nio.file.Path;
import java.util.Set;

/// A process that brings back what another has left, and dies as soon as it is there.
final class CrashingRecovery {
    static final int CRASHED = 77;

    private CrashingRecovery() {}

    /// @param args the folder of the session that has crashed
    public static void main(String[] args) throws Exception {
        Path sessions = Path.of(args[0]).getParent();
        Path own = sessions.resolve("second");
        OwnedSession desk = OwnedSession.in(own, new ToySeparators(Desk.model(0.25f, 0.75f)));
        Recoverable left = Recoverable.in(sessions, Set.of(own)).getFirst();
        desk.tell(session -> session.addListener(new SessionListener() {
            @Override
            public void jobsChanged() {
                if (session.jobs().stream().anyMatch(it -> it.state() instanceof JobState.Done)) {
                    Runtime.getRuntime().halt(CRASHED);
                }
            }
        }));
        desk.ask(it -> it.recover(left));
        System.in.read();
    }
}
