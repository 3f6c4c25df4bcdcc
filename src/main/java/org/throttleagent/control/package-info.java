/**
 * What a server's answers teach about its limit, without any rule of the user's. {@link org.throttleagent.control.Learned} is one
 * immutable value for each key; each event is a pure function from one value to the next, and the instants that it is given are
 * all the time that it knows. A key that has shown neither a limit nor a refusal is never delayed; only where a rule names it, and
 * before its first answer, does one request go alone for up to one second.
 *
 * <p>Three things say when the next request may go; the latest counts: the hold ({@link org.throttleagent.control.Hold}), the pace
 * (below), and after a hold the answer to the one request that goes first, for up to one second.
 *
 * <h2>The server says what remains ({@code LevelPace})</h2>
 *
 * What remains is a price that all processes see. If each sends at the same rising function of it, they share it evenly without
 * talking, and a change of the refill or of their number only moves the level at which they meet. Units: seconds, requests.
 *
 * <pre>
 *   R        the newest level told; answers to earlier requests are ignored
 *   r        what flows in: a rule's rate; else limit / longest reset; else a guess, 8/s where nothing was refused and 1/s
 *            where it was. Raised to what the level gains (half-way if that is less than 2.5 times as much; with b if it is
 *            more, or if r is being tried out); 30 % off at each refusal in a row after the first, never below the rule's rate
 *   d        r less what others take: d += w (seen - d), w = min(0.3, 1 - exp(-r dt / 4)), 0 to 1.5 r; halved by a refusal
 *   D(t)     R - own requests since + d (t - t_R)          what may be spent at the instant t
 *   S        10, at most limit / 4                         the set-point; the same for all, or else the lower one takes all
 *   b        this process's rate at D = S, from r / 1024 to 18 r
 *   rate     b (D / S)^q, q = b / r within 1.15 to 1.5; 0 where nothing is left
 *   due      when the integral of the rate since the last request is 1 +- j, j = 0.12 + 0.35 / (1 + 60 b / r), in closed form;
 *            but 16 / b or 1024 / r after the last at the latest
 *   b at first     18 r if D is 3 S or more; 0.85 r if less; after a refusal 4 r, or r if that is a guess
 *   b on answers   b exp(-1.2 x max(0, 1 - D/S)^2) + 0.008 r x min(1, D/S), x = r dt / S
 *                  (where r is a guess of up to 1.5/s, 2 sqrt(b) in the place of the second r); at least 0.3 b
 *   b on refusals  R = 0, 0.7 b; 0.2 b if it is not the first in a row. Once for all that were under way together
 * </pre>
 *
 * The square makes it mild near the set-point; q is less where many share, since each then hears of the level less often; the
 * jitter j grows with their number, since even spacings lock into each other.
 *
 * <p><b>Small pools ({@code Ceiling}).</b> H is the highest level ever told, n how many of the newest answers in a row told it, w
 * what we sent in the time t that they took. A pool that stands at H gets no fuller if we wait. But one that many share may stand
 * still too, so how soon more is asked for depends on what else is known. An answer that tells H makes b 1 + min(1, 2^(n - p)) as
 * much, where p is
 *
 * <pre>
 *    2   before any level has fallen, and 7 after that, 1 more for each refusal, if H is below 7.5 and
 *        r is known, or seen to be above 1.5/s, and nothing was refused or has fallen yet, or w is less than r t / 4 and 6 less than r t, n at least 3; or
 *        the pool is small: 5 answers told H, and 60 / r (where r is a guess 120 / r) have passed since it was first told
 *   20   if w is less than 0.45 r t
 * </pre>
 *
 * Of a small pool S is at most (H + 1) / 2, as long as it is at H at least once in 512 answers; at H nothing is taken off b, and d
 * is not lowered, since what overflows is not seen. Where r is a guess, where nothing was refused yet, and of a small pool one asks
 * again when by d the level would be at H + 2, and 1 more for each refusal.
 *
 * <p><b>Trying out.</b> Where r is a guess, it is at least w / t. It is tried out from the first answer on, and where H is at most 5
 * after n = 2, 4, 8...: b doubles with each answer from a full pool, and r is at least that. When the level falls, r is at most what
 * can have flowed in since: (gain + 1 + requests that may or may not have been counted) / time, and the gain alone from 4 on. If
 * that comes down to 1.5 times the old r, r and b are the old ones.
 *
 * <p><b>Windows.</b> A reset that stands still is a window, one that moves twice (five times, once it has stood still for four
 * seconds) a bucket or a log. Of a window a share (beta, {@code window-burst}, 50 %) may go at full speed, the rest is spread over
 * the time that is left when the window is first seen: line = min(R, (1 - beta) limit) / time left. Then D = R - line (reset - t),
 * r = line, S at most limit / 8 and half of what the line will carry, b = r at first; from S + min(50, limit / 8) on the rate is
 * not limited. When the window turns one asks. With nothing left the key is closed until then; if that is longer than 30 s and
 * nobody knows yet whether the reset stands still, one asks after an eighth of it.
 *
 * <h2>The server only refuses ({@code BlindPace})</h2>
 *
 * <pre>
 *   before the first refusal   no pace
 *   first refusal              b = the rule's rate, or n / (elapsed + hold) if that is less, n accepted so far. Without a rule
 *                              half of the latter; with n = 0 none, and n / elapsed at the second refusal (1/s if again n = 0)
 *   refusal                    0.6 b; 0.5 b if fewer than 4 were accepted since the last. Once for a flight
 *   success                    b (1 + s), s = 0.0006 dt / b, times n / 256 after 256, at most 1/16;
 *                              but s at least 2^-(3+f), where f flights were refused so far
 * </pre>
 *
 * So it finds the pace quickly at first; then all processes climb by the same amount each second, whatever their share, and are cut
 * in proportion to it, which makes shares even. More fairness costs more refusals: only a refusal tells anything.
 *
 * <h2>Holds ({@code Hold})</h2>
 *
 * Retry-After and its kin close the key for that long. A refusal that says nothing closes it for 1 s, doubling to 30 s and half more
 * by chance; once the pace is known, for 0.5 to 1.5 intervals of it; not at all where the level says when. Overload and failures to
 * connect, where something governs the key: 1 s, doubling to 4 s, and half more. A success ends the doubling.
 */
@NullMarked
package org.throttleagent.control;

import org.jspecify.annotations.NullMarked;
