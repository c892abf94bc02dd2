package org.mingqu.privacy.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The places of a table with totals in every dimension.
final class Marginals {

    private final List<Integer> sizes;

    Marginals(List<Integer> sizes) {
        this.sizes = List.copyOf(sizes);
    }

    AdditiveTable table(List<Long> interior) {
        var count = sizes.stream().mapToInt(size -> size + 1).reduce(1, Math::multiplyExact);
        var values = new long[count];
        var next = interior.iterator();
        for (var place = 0; place < count; place++) {
            values[place] = isInterior(place) ? next.next() : 0;
        }
        if (next.hasNext()) {
            throw new IllegalArgumentException("more numbers than places");
        }
        var sums = new ArrayList<AdditiveTable.Sum>();
        for (var dimension = 0; dimension < sizes.size(); dimension++) {
            for (var place = 0; place < count; place++) {
                if (at(place, dimension) == sizes.get(dimension)) {
                    var parts = parts(place, dimension);
                    values[place] =
                            parts.stream().mapToLong(part -> values[part]).sum();
                    sums.add(new AdditiveTable.Sum(place, parts));
                }
            }
        }
        return new AdditiveTable(
                IntStream.range(0, count).mapToObj(i -> values[i]).toList(), sums);
    }

    private boolean isInterior(int place) {
        return IntStream.range(0, sizes.size()).allMatch(dimension -> at(place, dimension) < sizes.get(dimension));
    }

    private List<Integer> parts(int total, int dimension) {
        var size = sizes.get(dimension);
        var stride = stride(dimension);
        return IntStream.range(0, size)
                .mapToObj(i -> total - (size - i) * stride)
                .toList();
    }

    private int at(int place, int dimension) {
        return place / stride(dimension) % (sizes.get(dimension) + 1);
    }

    private int stride(int dimension) {
        return sizes.subList(dimension + 1, sizes.size()).stream()
                .mapToInt(size -> size + 1)
                .reduce(1, (a, b) -> a * b);
    }
}
