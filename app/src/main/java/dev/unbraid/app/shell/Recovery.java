package dev.unbraid.app.shell;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.session.Recoverable;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.concurrent.Callable;

/// Asks, at the start, whether to bring back what a crash has left.
final class Recovery {
    private final Desk desk;
    private final Problems problems;
    private final Sheet sheet;
    private final Callable<List<Recoverable>> recoverable;
    private final Messages messages;

    /// @param recoverable the newest first
    Recovery(Desk desk, Problems problems, Sheet sheet, Callable<List<Recoverable>> recoverable) {
        this.desk = desk;
        this.problems = problems;
        this.sheet = sheet;
        this.recoverable = recoverable;
        this.messages = Messages.of("shell", desk.locale());
    }

    /// @param then runs whatever the answer is, or at once if there is nothing to ask
    void offerThen(Runnable then) {
        new Background().ask(recoverable, left -> {
            if (left.isEmpty()) {
                then.run();
            } else {
                offer(left, then);
            }
        }, failure -> {
            problems.tell(failure);
            then.run();
        });
    }

    private void offer(List<Recoverable> left, Runnable then) {
        Recoverable newest = left.getFirst();
        String key = newest.goesOn() ? "recovery.words.goes-on" : "recovery.words";
        new Question(sheet, messages.text("recovery.title"), messages.text(key, String.join(", ", newest.titles())))
                .answer(messages.text("recovery.later"), then)
                .answer(messages.text("recovery.discard"), () -> {
                    discard(newest);
                    then.run();
                })
                .answer(messages.text("recovery.restore"), () -> {
                    desk.session().session().recover(newest);
                    then.run();
                })
                .otherwise(then)
                .ask();
    }

    private void discard(Recoverable left) {
        new Background().ask(() -> {
            left.discard();
            return left;
        }, _ -> { }, problems::tell);
    }
}
