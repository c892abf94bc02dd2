package org.mingqu.privacy.watermark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingqu.privacy.mask.KeyedSm3;
import org.mingqu.privacy.watermark.Code.Place;

/// Marks each recipient's copy of a file of rows, and names the recipients whose copies a leaked file was made
/// from.
///
/// *Survives:* sampling of rows, in any order, with columns dropped, with numbers rounded by one digit, as long
/// as enough different places are left: some hundreds for one recipient, two to three thousand for three who
/// put their files together, whichever of their values they take in each place. A place is a field of values of
/// one column, so a column of few different values carries little ([#places]).
///
/// *Does not survive:* numbers changed by more than the tolerance, columns that are no numbers, a file made up
/// anew from statistics; more than three together may get away, but nobody else is named for them.
///
/// *Changes:* a value by the tolerance of its column at most.
///
/// *How sure a name is:* whatever the file holds, the bits of a recipient who had no part in it are independent
/// of it, since they come from a secret key. So the chance that the score is as high by accident is bounded
/// exactly, not estimated; it is said with the name, for all recipients together.
///
/// Not for use by several threads at once.
public final class Watermark {

    private final Map<String, Carrier> carriers;
    private final Code code;

    /// Marks of one file.
    ///
    /// @param key 32 to 64 random bytes, for this file only; without it nobody finds or can fake a mark
    /// @param carriers the columns that carry marks; at least one
    public Watermark(byte[] key, List<Carrier> carriers) {
        if (carriers.isEmpty()) {
            throw new IllegalArgumentException("no column carries marks");
        }
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::column, Function.identity()));
        this.code = new Code(new KeyedSm3(key));
    }

    /// A column as a recipient gets it.
    ///
    /// @param values in units of the last digit
    /// @throws IllegalArgumentException if the column carries no marks
    public long[] marked(String recipient, String column, long[] values) {
        var carrier = carrier(column);
        var bits = new HashMap<Long, Integer>();
        var marked = new long[values.length];
        for (var row = 0; row < values.length; row++) {
            int bit = bits.computeIfAbsent(carrier.field(values[row]), field -> {
                var place = new Place(column, field);
                return code.bit(recipient, place, code.bias(place));
            });
            marked[row] = carrier.marked(values[row], bit);
        }
        return marked;
    }

    /// How many places a column offers for marks. Of a part of the file about as many are left as it has
    /// different fields.
    public int places(String column, long[] values) {
        var carrier = carrier(column);
        return (int) Arrays.stream(values).map(carrier::field).distinct().count();
    }

    /// Looks for the recipients from whose copies a file was made.
    ///
    /// @param recipients who got a copy; at least one
    /// @param leaked the columns that are left, in the units in which they were marked
    /// @throws IllegalArgumentException if a column carries no marks
    public Detection detect(List<String> recipients, Map<String, long[]> leaked) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("nobody got a copy");
        }
        var places = read(leaked);
        var suspects = new ArrayList<Detection.Suspect>();
        for (var recipient : recipients) {
            var score = 0.0;
            for (var place : places) {
                score += place.score(code.bit(recipient, place.place(), place.bias()));
            }
            var chance = Math.min(1, recipients.size() * Score.tail(score, places));
            if (chance <= Detection.ACCEPTED) {
                suspects.add(new Detection.Suspect(recipient, score, chance));
            }
        }
        suspects.sort(Comparator.comparingDouble(Detection.Suspect::score).reversed());
        return new Detection(suspects, recipients.size(), places.size());
    }

    /// What most values of each field say; a field whose values are divided says nothing.
    private List<Score> read(Map<String, long[]> leaked) {
        var votes = new LinkedHashMap<Place, Integer>();
        leaked.forEach((column, values) -> {
            var carrier = carrier(column);
            for (var value : values) {
                votes.merge(new Place(column, carrier.field(value)), 2 * carrier.bit(value) - 1, Integer::sum);
            }
        });
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() != 0)
                .map(vote -> new Score(vote.getKey(), code.bias(vote.getKey()), vote.getValue() > 0 ? 1 : 0))
                .toList();
    }

    private Carrier carrier(String column) {
        var carrier = carriers.get(column);
        if (carrier == null) {
            throw new IllegalArgumentException("column %s carries no marks".formatted(column));
        }
        return carrier;
    }
}
