package org.throttleagent.weaver;

/** Makes one exception table of the target's and the carrier's. */
final class JoinedHandlers {
    private JoinedHandlers() {}

    /** The target's come first, as inner ones must. */
    static byte[] of(byte[] target, Offsets ofTarget, byte[] carrier, Offsets ofCarrier, PatchConstants constants) {
        ByteSink joined = new ByteSink(target.length + carrier.length);
        for (int at = 0; at < target.length; at += 8) {
            if (range(joined, target, at, ofTarget)) {
                joined.u2(Bytes.u2(target, at + 6));
            }
        }
        for (int at = 0; at < carrier.length; at += 8) {
            if (range(joined, carrier, at, ofCarrier)) {
                int type = Bytes.u2(carrier, at + 6);
                joined.u2(type == 0 ? 0 : constants.copy(type));
            }
        }
        return joined.toBytes();
    }

    /** Writes all but the type; nothing for a range in which nothing is left. */
    private static boolean range(ByteSink out, byte[] table, int at, Offsets offsets) {
        int start = offsets.of(Bytes.u2(table, at));
        int end = offsets.of(Bytes.u2(table, at + 2));
        if (start < end) {
            out.u2(start);
            out.u2(end);
            out.u2(offsets.of(Bytes.u2(table, at + 4)));
        }
        return start < end;
    }
}
