package org.mingqu.platform.demonstration;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mingqu.district.District;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.parties.DemonstrationAccounts;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Plays the demonstration in the background once the platform is ready, and goes on after a restart where it
/// stopped.
@Component
@ConditionalOnBooleanProperty("mingqu.demo")
class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final int ATTEMPTS = 3;
    private static final Duration ENCLAVE_WITHIN = Duration.ofMinutes(2);

    private final DemonstrationAccounts accounts;
    private final SceneStore store;
    private final HousingDatabase housing;
    private final PastDays past;
    private final Rules rules;
    private final Domain domain;
    private final JsonMapper json;
    private final Clock clock;
    private final String scale;
    private final Path directory;
    private final boolean isCalendarTurned;
    private volatile DemonstrationProgress progress = new DemonstrationProgress("", 0, 0, false, false);
    private volatile @Nullable Thread player;

    Demonstration(
            DemonstrationAccounts accounts,
            SceneStore store,
            HousingDatabase housing,
            PastDays past,
            Rules rules,
            Domain domain,
            JsonMapper json,
            Clock clock,
            @Value("${mingqu.demonstration.scale:FULL}") String scale,
            @Value("${mingqu.demonstration.directory:data/demonstration}") Path directory,
            @Value("${mingqu.demonstration.calendar:}") String calendar) {
        this.accounts = accounts;
        this.store = store;
        this.housing = housing;
        this.past = past;
        this.rules = rules;
        this.domain = domain;
        this.json = json;
        this.clock = clock;
        this.scale = scale;
        this.directory = directory;
        this.isCalendarTurned = !calendar.isEmpty();
    }

    /// How far the demonstration is.
    ///
    /// @param scene that is being played; empty before the first and after the last
    /// @param finished whether all were played
    /// @param failed whether one could not be played; it is tried again at the next start
    record DemonstrationProgress(String scene, int done, int total, boolean finished, boolean failed) {}

    DemonstrationProgress progress() {
        return progress;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var base = URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
            addPeople();
            if (isCalendarTurned) { // somebody else lives through its years: see DemonstrationCalendar
                progress = new DemonstrationProgress("", 0, 0, true, false);
                return;
            }
            player = Thread.ofVirtual().name("demonstration").start(() -> play(base));
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        var playing = player;
        if (playing != null) {
            playing.interrupt();
        }
    }

    private void play(URI base) {
        if (!domain.isReadyWithin(ENCLAVE_WITHIN)) {
            LOG.warn("the demonstration waits for the next start: there is no enclave");
            progress = new DemonstrationProgress("", 0, 0, false, true);
            return;
        }
        try (var cast = new Cast(base, json, past)) {
            for (var attempt = 0; attempt < ATTEMPTS && !progress.finished(); attempt++) {
                play(script(cast));
            }
        } finally {
            // Also when something was thrown that no scene foresees: who waits is told, and waits no longer.
            if (!progress.finished()) {
                progress = new DemonstrationProgress(progress.scene(), progress.done(), progress.total(), false, true);
            }
        }
    }

    private void addPeople() {
        var district = District.demonstration();
        for (var person : district.people()) {
            var home = district.organisation(person.organisation());
            accounts.add(
                    person.username(),
                    person.name(),
                    home.name(),
                    home.kind().name(),
                    home.creditCode(),
                    Role.valueOf(person.role().name()));
        }
    }

    private Play script(Cast cast) {
        var words = new Words();
        var district = District.demonstration();
        var systems = new DepartmentSystems(directory, scale);
        var today = LocalDate.now(clock);
        var cases = new Cases(cast, district, words, today, json);
        var begin = (int) (today.toEpochDay() - YearOfDuties.begin(today).toEpochDay());
        var bench = new Workbench(cast, words, json);
        return new Play(
                district,
                cast,
                new Intaking(cast, systems, housing, json),
                cases,
                bench,
                words,
                json,
                new EarlierDays(today, rules.calendar()),
                new YearOfDuties(cast, cases, new Supervising(cast, district, words, today, json), words, today),
                new Enforcing(cast, cases, words, today, json),
                new Selling(cast, bench, words, today, json),
                new Selecting(cast, words, today, begin, json),
                new Agreeing(cast, words, begin, json),
                new Partnering(cast, words, today, begin, json),
                new Bringing(cast, systems, words, json));
    }

    private void play(Play play) {
        var scenes = play.scenes();
        var failed = false;
        for (var number = 0; number < scenes.size(); number++) {
            var scene = scenes.get(number);
            progress = new DemonstrationProgress(scene.name(), number, scenes.size(), false, false);
            failed |= !isPlayed(scene);
            LOG.info("demonstration: {} ({} of {})", scene.name(), number + 1, scenes.size());
        }
        progress = new DemonstrationProgress("", scenes.size(), scenes.size(), !failed, false);
    }

    /// Plays a scene that was not played before. One that fails does not stop those after it.
    private boolean isPlayed(Play.Scene scene) {
        if (store.given(scene.name()).isPresent()) {
            return true;
        }
        try {
            store.played(scene.name(), scene.action().play());
            return true;
        } catch (SceneFailed | UncheckedIOException | JacksonException failure) {
            LOG.warn("scene {} could not be played; it is tried again", scene.name(), failure);
            return false;
        }
    }
}
