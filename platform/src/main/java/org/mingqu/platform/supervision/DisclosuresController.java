package org.mingqu.platform.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Signature;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.supervision.Disclosures.Disclosure;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/api/disclosures`: the yearly disclosures, for everybody.
@RestController
@RequestMapping("/api/disclosures")
class DisclosuresController {

    private final Disclosures disclosures;
    private final JsonMapper json;

    DisclosuresController(Disclosures disclosures, JsonMapper json) {
        this.disclosures = disclosures;
        this.json = json;
    }

    @GetMapping
    List<DisclosureLine> list() {
        return disclosures.all().stream().map(DisclosureLine::of).toList();
    }

    @GetMapping("/{id}")
    DisclosureView get(@PathVariable UUID id) {
        var all = disclosures.all();
        var it = all.stream()
                .filter(disclosure -> disclosure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("disclosure"));
        var others = all.stream()
                .filter(other -> other.year() == it.year()
                        && other.discloser().id().equals(it.discloser().id()))
                .map(DisclosureLine::of)
                .toList();
        return new DisclosureView(
                DisclosureLine.of(it),
                json.readTree(it.content()),
                it.content(),
                it.signature(),
                it.signature().keyId(),
                it.holds(),
                others);
    }

    record DisclosureLine(UUID id, int year, int version, Party discloser, String sm3, Instant at) {

        static DisclosureLine of(Disclosure it) {
            return new DisclosureLine(it.id(), it.year(), it.version(), it.discloser(), it.sm3(), it.at());
        }
    }

    /// @param text the very text that was signed by its SM3
    /// @param holds whether the signature is good, and for this very text
    /// @param versions of the same discloser for the same year, the latest first
    record DisclosureView(
            DisclosureLine line,
            JsonNode content,
            String text,
            Signature signature,
            String keyId,
            boolean holds,
            List<DisclosureLine> versions) {}
}
