package org.mingqu.privacy.risk;

import java.util.Arrays;

/// Which records are alike in some columns: a class for each combination of values that occurs.
public final class Classes {

    private final int[] classOf;
    private final int[] sizes;

    private Classes(int[] classOf, int count) {
        this.classOf = classOf;
        this.sizes = new int[count];
        for (var number : classOf) {
            sizes[number]++;
        }
    }

    /// The classes of records by columns.
    ///
    /// @param columns values as numbers from 0, all columns of the same length; at least one
    public static Classes of(int[]... columns) {
        var rows = columns[0].length;
        var keys = new int[rows];
        var count = rows == 0 ? 0 : 1;
        for (var column : columns) {
            if (column.length != rows) {
                throw new IllegalArgumentException("columns of different lengths");
            }
            count = refine(keys, count, column);
        }
        return new Classes(keys, count);
    }

    /// Numbers the pairs of class so far and value: by a plain array where there are few, else by a hash table.
    private static int refine(int[] keys, int count, int[] column) {
        var values = Arrays.stream(column).max().orElse(-1) + 1;
        if ((long) count * values <= 1L << 22) {
            var numbers = new int[count * values];
            var next = 0;
            for (var i = 0; i < keys.length; i++) {
                var pair = keys[i] * values + column[i];
                if (numbers[pair] == 0) {
                    numbers[pair] = ++next;
                }
                keys[i] = numbers[pair] - 1;
            }
            return next;
        }
        return hashed(keys, column);
    }

    private static int hashed(int[] keys, int[] column) {
        var capacity = Integer.highestOneBit(Math.max(16, keys.length)) << 2;
        var pairs = new long[capacity];
        var numbers = new int[capacity];
        var next = 0;
        for (var i = 0; i < keys.length; i++) {
            var pair = (long) keys[i] << Integer.SIZE | column[i];
            var hash = pair * 0x9E3779B97F4A7C15L;
            var slot = (int) (hash >>> 32) & capacity - 1;
            while (numbers[slot] != 0 && pairs[slot] != pair) {
                slot = slot + 1 & capacity - 1;
            }
            if (numbers[slot] == 0) {
                pairs[slot] = pair;
                numbers[slot] = ++next;
            }
            keys[i] = numbers[slot] - 1;
        }
        return next;
    }

    /// How many classes there are.
    public int count() {
        return sizes.length;
    }

    /// How many records there are.
    public int records() {
        return classOf.length;
    }

    /// The number of a record's class.
    public int of(int row) {
        return classOf[row];
    }

    /// The records of a class.
    public int size(int number) {
        return sizes[number];
    }

    /// The sizes of all classes.
    public int[] sizes() {
        return sizes.clone();
    }

    /// k: the records of the smallest class; 0 if there is none.
    public int smallest() {
        return Arrays.stream(sizes).min().orElse(0);
    }

    /// How many records are alone in their class.
    public int unique() {
        return (int) Arrays.stream(sizes).filter(size -> size == 1).count();
    }
}
