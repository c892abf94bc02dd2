package org.mingqu.platform.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Searchable;
import org.mingqu.platform.parties.Searchable.Found;
import org.mingqu.platform.parties.Searchable.Group;
import org.mingqu.platform.rules.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/search`: everything that a person may see, by a word of its title or its number.
@RestController
@RequestMapping("/api/search")
class SearchController {

    private static final int MOST = 20;
    private static final int LONGEST = 100;

    private final List<Searchable> rooms;

    SearchController(List<Searchable> rooms) {
        this.rooms = rooms;
    }

    /// Searches.
    ///
    /// @param q what to look for
    @GetMapping
    List<FoundGroup> search(@RequestParam(defaultValue = "") String q, Actor actor) {
        var text = q.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of("q", "field-too-long"));
        }
        return Stream.of(Group.values())
                .map(group -> group(group, text, actor))
                .filter(it -> !it.found().isEmpty())
                .toList();
    }

    private FoundGroup group(Group group, String text, Actor actor) {
        var found = rooms.stream()
                .filter(it -> it.group() == group)
                .flatMap(it -> it.search(text, MOST + 1, actor).stream())
                .toList();
        return new FoundGroup(group, found.stream().limit(MOST).toList(), found.size() > MOST);
    }

    /// What was found of one kind.
    ///
    /// @param more whether there is more than is shown
    record FoundGroup(Group group, List<Found> found, boolean more) {}
}
