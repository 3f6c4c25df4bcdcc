package org.throttleagent.simulate;

import java.util.Arrays;

/** A virtual clock and what will happen on it; what falls on one instant happens in the order in which it was asked for. */
/* A binary heap over plain arrays: a run has millions of events, and this is where its time goes. */
final class Timeline {
    private long[] instants = new long[256];
    private long[] orders = new long[256];
    private Runnable[] actions = new Runnable[256];
    private int size;
    private long asked;
    private long nowNanos;

    /** Nanoseconds since the run began. */
    long now() {
        return nowNanos;
    }

    /** Lets an action happen so many nanoseconds from now, at least 0. */
    void after(long delayNanos, Runnable action) {
        if (size == instants.length) {
            instants = Arrays.copyOf(instants, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
            actions = Arrays.copyOf(actions, size * 2);
        }
        long instant = nowNanos + Math.max(0, delayNanos);
        int at = size++;
        long order = asked++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (instants[parent] <= instant) {
                break; // what was asked for earlier goes first
            }
            move(parent, at);
            at = parent;
        }
        put(at, instant, order, action);
    }

    /** Lets all happen that falls before an instant, and moves the clock there. */
    void runUntil(long end) {
        while (size > 0 && instants[0] < end) {
            nowNanos = instants[0];
            removeFirst().run();
        }
        nowNanos = end;
    }

    /** Whether nothing will happen any more. */
    boolean idle() {
        return size == 0;
    }

    /** When the next thing happens. */
    long next() {
        return instants[0];
    }

    private Runnable removeFirst() {
        Runnable first = actions[0];
        size--;
        long instant = instants[size];
        long order = orders[size];
        Runnable action = actions[size];
        int at = 0;
        while (true) {
            int child = at * 2 + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && earlier(child + 1, instants[child], orders[child])) {
                child++;
            }
            if (!earlier(child, instant, order)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, instant, order, action);
        return first;
    }

    private boolean earlier(int index, long instant, long order) {
        return instants[index] != instant ? instants[index] < instant : orders[index] < order;
    }

    private void move(int from, int to) {
        put(to, instants[from], orders[from], actions[from]);
    }

    private void put(int at, long instant, long order, Runnable action) {
        instants[at] = instant;
        orders[at] = order;
        actions[at] = action;
    }
}
