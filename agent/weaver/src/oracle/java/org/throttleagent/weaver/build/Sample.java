package org.throttleagent.weaver.build;

import org.jspecify.annotations.Nullable;

/** Methods of every kind of return, argument and flow. Compiled without invokedynamic, so that old class files can hold it. */
public class Sample extends SampleBase {
    private int field = 1;
    private boolean flag;

    public String state() {
        return new StringBuilder("field=")
                .append(field)
                .append(" flag=")
                .append(flag)
                .append(" inherited=")
                .append(inherited)
                .toString();
    }

    public void nothing(int k) {
        if (k == 3) {
            throw new IllegalStateException("three");
        }
        Trace.add("nothing", k);
    }

    public int loop(int k) {
        int sum = 0;
        for (int j = 0; j < k; j++) {
            if (j == 7) {
                return -sum;
            }
            sum += j;
        }
        if (k < 0) {
            throw new IllegalArgumentException("negative");
        }
        return sum;
    }

    public long handlers(long a, double d, String s) {
        long x = a;
        try {
            try {
                x += s.length();
            } catch (ClassCastException e) {
                return -2;
            } finally {
                field++;
            }
            if (x > 100) {
                throw new IllegalStateException("big");
            }
            return x;
        } catch (NullPointerException e) {
            return -1L;
        } finally {
            d = 2.0;
            Trace.add("finally", d, x);
        }
    }

    public double monitor(float f, long q) {
        double r = f;
        q = q * 2;
        synchronized (this) {
            if (q > 10) {
                return r * q;
            }
            r++;
        }
        return r;
    }

    public @Nullable Object choice(Object a) {
        switch (String.valueOf(a)) {
            case "x":
                return "X";
            case "y":
                a = Integer.valueOf(9);
                return a;
            case "z":
                throw new LinkageError("z");
            default:
                return null;
        }
    }

    public char table(int k) {
        switch (k) {
            case 0:
                return 'a';
            case 1:
                k += 4;
                break;
            case 2:
                throw new IllegalStateException("two");
            default:
                k--;
        }
        return (char) ('a' + k);
    }

    public static String repeat(String a, int n) {
        StringBuilder b = new StringBuilder();
        while (n-- > 0) {
            b.append(a);
            if (b.length() > 8) {
                return b.append('!').toString();
            }
        }
        return b.toString();
    }

    public static void nothingStatic() {
        Trace.add("nothingStatic");
    }

    public static float wide(long a, double b, int c, long d, float e) {
        long t = a + d;
        double u = b * t;
        return (float) (u + c > 100 ? u - e : t / (c == 0 ? 1L : c));
    }

    public int[] array(int n) throws Exception {
        if (n < 0) {
            throw new Exception("checked");
        }
        return new int[n];
    }

    public synchronized boolean deep(int a, long b, boolean c) {
        return 1 + (a + 2 * (3L + (b + (c ? a * (b - 4L * (a - (b + 5))) : 6.5f * (a + (double) b))))) > field;
    }

    public Object build(boolean c, String s) {
        // a branch between NEW and the constructor
        return new StringBuilder(c ? s.substring(1) : s).append(c ? 1L : 2.5).toString();
    }

    public int recursive(byte n) {
        return n == 0 ? 0 : n + recursive((byte) (n - 1));
    }

    public final String varargs(String first, Object... more) {
        for (Object each : more) {
            first = first.concat(String.valueOf(each));
        }
        return first;
    }

    /** Handlers that javac writes: closing may fail too, and is then said with the first failure. */
    public boolean resources(boolean fails) throws Exception {
        try (AutoCloseable a = new Resource("a", false);
                AutoCloseable b = new Resource("b", fails)) {
            if (fails) {
                throw new IllegalStateException(a + " " + b);
            }
            return true;
        }
    }

    public short small(short a, char b, boolean c) {
        a += b;
        return c ? a : (short) -a;
    }

    public long[][] rows(long[][] rows, int k) {
        rows[k][0] = inherited;
        return rows;
    }

    /** Leaves by an exception only. */
    public void endless(int k) {
        while (true) {
            if (k-- == 0) {
                throw new UnsupportedOperationException("enough");
            }
        }
    }

    public byte loops(byte k) {
        byte found = 0;
        outer:
        for (byte i = 0; i < k; i++) {
            for (byte j = i; j >= 0; j--) {
                if (i * j == 6) {
                    found = i;
                    break outer;
                }
                if (i + j > 8) {
                    continue outer;
                }
            }
        }
        return found;
    }
}
