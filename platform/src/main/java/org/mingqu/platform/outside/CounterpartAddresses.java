package org.mingqu.platform.outside;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where counterparts are, and the secret that is shared with each: `mingqu.outside.<name>.url` and `.secret`. Where
/// the demonstration is on, a counterpart without an address is the one that runs in this process.
@Component
class CounterpartAddresses {

    private static final int SECRET_BYTES = 32;

    private final Environment settings;
    private final boolean demonstration;
    private final Map<Counterpart, String> own = new EnumMap<>(Counterpart.class);

    CounterpartAddresses(Environment settings) {
        this.settings = settings;
        this.demonstration = settings.getProperty("mingqu.demo", Boolean.class, false);
        var random = new SecureRandom();
        for (var it : Counterpart.values()) {
            var secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            own.put(it, HexFormat.of().formatHex(secret));
        }
    }

    /// Empty if it is not connected.
    Optional<String> url(Counterpart it) {
        var set = setting(it, "url");
        if (!set.isEmpty()) {
            return Optional.of(set);
        }
        return isDemonstration(it)
                ? Optional.of("http://127.0.0.1:%s/api/demonstration/counterparts/%s/messages"
                        .formatted(settings.getProperty("local.server.port", "8080"), it.code()))
                : Optional.empty();
    }

    /// Hex; empty if none is shared, and then nothing is taken from it either.
    Optional<String> secret(Counterpart it) {
        var set = setting(it, "secret");
        if (!set.isEmpty()) {
            return Optional.of(set);
        }
        return isDemonstration(it) ? Optional.ofNullable(own.get(it)) : Optional.empty();
    }

    /// Whether it is played in this process.
    boolean isDemonstration(Counterpart it) {
        return demonstration && setting(it, "url").isEmpty();
    }

    private String setting(Counterpart it, String name) {
        return settings.getProperty("mingqu.outside.%s.%s".formatted(it.code(), name), "")
                .strip();
    }
}
