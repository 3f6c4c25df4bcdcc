package org.throttleagent.app.server;

/** Serves everything. */
public final class NoLimit implements Limit {
    @Override
    public Answer answer(long epochNanos) {
        return Answer.status(200);
    }

    @Override
    public String summary() {
        return "never refuses";
    }
}
