package org.mingqu.platform.web;

import java.util.List;

/// Which page of a list is asked for, within what can be given.
///
/// @param page its number, from 0
/// @param size the most items on it, from 1 to 200
public record Paging(int page, int size) {

    private static final int MOST = 200;

    public Paging {
        page = Math.max(0, page);
        size = Math.clamp(size, 1, MOST);
    }

    /// How many items come before it.
    public long offset() {
        return (long) page * size;
    }

    /// The page with what was found for it.
    ///
    /// @param total how many there are in all
    public <T> Page<T> of(List<T> items, long total) {
        return new Page<>(items, total, page, size);
    }

    /// The page of a list that is all there.
    public <T> Page<T> of(List<T> all) {
        var start = (int) Math.min(offset(), all.size());
        return of(all.subList(start, Math.min(start + size, all.size())), all.size());
    }
}
