package org.mingqu.platform.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingqu.district.District;
import org.mingqu.district.Scale;

/// The members of a partner's own club (art. 16): half of the elders of the district, and as many who are
/// none. Fictional like all of it.
final class Members {

    static final String FILE = "members.csv";

    private static final Pattern ID_NUMBER = Pattern.compile("(?<![0-9])[0-9]{17}[0-9X](?![0-9])");
    private static final List<String> TIERS = List.of("金卡", "银卡", "普通");

    private Members() {}

    /// Writes the file, in the partner's own process.
    static void write(District district, Path directory, Scale scale) throws IOException {
        var elders = numbers(district, directory, scale, "elders");
        var others = numbers(district, directory, scale, "residents");
        others.removeAll(elders);
        var members = elders.stream().limit(elders.size() / 2).collect(Collectors.toCollection(LinkedHashSet::new));
        others.stream().limit(members.size()).forEach(members::add);
        var text = new StringBuilder("member_id,tier,visits\n");
        var row = 0;
        for (var member : members) {
            text.append("%s,%s,%d\n".formatted(member, TIERS.get(row % TIERS.size()), row * 7 % 40));
            row++;
        }
        Files.writeString(directory.resolve(FILE), text);
    }

    private static Set<String> numbers(District district, Path directory, Scale scale, String resource)
            throws IOException {
        var found = new LinkedHashSet<String>();
        for (var file : district.write(directory, scale, List.of(resource))) {
            // numbers are the same in every encoding of these files
            var text = Files.readString(file.path(), StandardCharsets.ISO_8859_1);
            ID_NUMBER.matcher(text).results().forEach(it -> found.add(it.group()));
        }
        return found;
    }
}
