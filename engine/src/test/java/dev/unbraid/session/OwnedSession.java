package dev.unbraid.session;

import dev.unbraid.audio.AssetId;
import dev.unbraid.project.Project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A session on a thread of its own, as the window's is on the screen's.
final class OwnedSession implements AutoCloseable {
    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final Session session;

    interface Opener {
        Session open(ExecutorService owner) throws IOException;
    }

    private OwnedSession(Opener opener) throws Exception {
        session = owner.submit(() -> opener.open(owner)).get();
    }

    static OwnedSession in(Path folder, Separators separators) throws Exception {
        return new OwnedSession(owner -> new Session(folder, separators, owner));
    }

    static OwnedSession of(Opener opener) throws Exception {
        return new OwnedSession(opener);
    }

    interface Question<T> {
        T ask(Session session) throws Exception;
    }

    <T> T ask(Question<T> question) throws Exception {
        Callable<T> task = () -> question.ask(session);
        return owner.submit(task).get();
    }

    interface Wish {
        void tell(Session session) throws Exception;
    }

    void tell(Wish wish) throws Exception {
        ask(it -> {
            wish.tell(it);
            return true;
        });
    }

    Project project() throws Exception {
        return ask(Session::project);
    }

    /// Waits until it holds, looking whenever the session says that something has changed.
    void until(Predicate<Session> condition) throws Exception {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        tell(it -> {
            Runnable look = () -> {
                if (condition.test(it)) {
                    met.complete(true);
                }
            };
            it.addListener(new SessionListener() {
                @Override
                public void documentChanged(Project project) {
                    look.run();
                }

                @Override
                public void jobsChanged() {
                    look.run();
                }
            });
            look.run();
        });
        met.get(30, TimeUnit.SECONDS);
    }

    /// Waits for the job's end.
    JobState end(Job job) throws Exception {
        until(_ -> job.state().isOver());
        return job.state();
    }

    float[][] sound(AssetId id) throws Exception {
        var asset = ask(it -> it.sound(id)).orElseThrow();
        float[][] planes = new float[asset.spec().channels()][Math.toIntExact(asset.frames())];
        asset.read(0, planes, 0, planes[0].length);
        return planes;
    }

    @Override
    public void close() throws Exception {
        tell(Session::close);
        owner.shutdown();
    }
}
