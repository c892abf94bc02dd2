package org.mingqu.enclave;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingqu.enclave.vault.SealCipher;

/// How an enclave is started.
///
/// @param home where it keeps all: vault, keys, log, state
/// @param trust the enclave's side of the keys, made by [org.mingqu.warrant.Trust]
/// @param masterKey file of the master key; made if it is not there
/// @param host address that both listeners bind to
/// @param orders port of the orders listener; 0 for any
/// @param door port of the door; 0 for any
/// @param origins of the platform, whose pages may use the door (CORS); empty for none
/// @param cipher with which new files are sealed
/// @param zone the installation's zone
record Settings(
        Path home,
        Path trust,
        Path masterKey,
        String host,
        int orders,
        int door,
        Set<String> origins,
        SealCipher cipher,
        ZoneId zone) {

    private static final List<String> NAMES =
            List.of("home", "trust", "master-key", "host", "orders", "door", "origin", "cipher", "zone");

    /// What can be said on the command line.
    static final String USAGE = """
            java --enable-native-access=ALL-UNNAMED -jar enclave.jar --home DIR [options]
              --trust DIR        the enclave's keys (default HOME/trust/enclave, made if absent)
              --master-key FILE  the master key (default HOME/master.key, made if absent)
              --host ADDRESS     to bind to (default 127.0.0.1)
              --orders PORT      of the orders listener, mutual TLS (default 0: any)
              --door PORT        of the door (default 0: any)
              --origin URL,URL…  the platform's origins, whose pages may use the door
              --cipher SM4|AES   for what is sealed from now on (default SM4)
              --zone ZONE        (default Asia/Shanghai)
            """;

    /// Reads `--name value` pairs; what is not said there is taken from the environment
    /// (`MINGQU_ENCLAVE_NAME`).
    ///
    /// @throws IllegalArgumentException if a name is unknown, a value missing, or the home
    static Settings of(List<String> arguments, Map<String, String> environment) {
        var given = new HashMap<String, String>();
        for (var name : NAMES) {
            var variable =
                    "MINGQU_ENCLAVE_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
            if (environment.containsKey(variable)) {
                given.put(name, String.valueOf(environment.get(variable)));
            }
        }
        for (var i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i).startsWith("--") ? arguments.get(i).substring(2) : "";
            if (!NAMES.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("not understood: " + arguments.get(i));
            }
            given.put(name, arguments.get(i + 1));
        }
        var home = given.get("home");
        if (home == null) {
            throw new IllegalArgumentException("--home is missing");
        }
        var folder = Path.of(home).toAbsolutePath();
        return new Settings(
                folder,
                Path.of(given.getOrDefault(
                        "trust", folder.resolve("trust/enclave").toString())),
                Path.of(given.getOrDefault(
                        "master-key", folder.resolve("master.key").toString())),
                given.getOrDefault("host", "127.0.0.1"),
                Integer.parseInt(given.getOrDefault("orders", "0")),
                Integer.parseInt(given.getOrDefault("door", "0")),
                origins(given.getOrDefault("origin", "")),
                SealCipher.valueOf(given.getOrDefault("cipher", "SM4")),
                ZoneId.of(given.getOrDefault("zone", "Asia/Shanghai")));
    }

    /// One page has several origins where a machine has several names.
    private static Set<String> origins(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
