package org.mingqu.platform.parties;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The policy of passwords: 12 characters and more, three of four kinds, without the user name.
@Component
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 72;
    private static final int KINDS = 3;
    private static final Pattern[] OF_KIND = {
        Pattern.compile("[a-z]"), Pattern.compile("[A-Z]"), Pattern.compile("[0-9]"), Pattern.compile("[^a-zA-Z0-9]")
    };
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final PasswordEncoder encoder = new BCryptPasswordEncoder();
    private final SecureRandom random = new SecureRandom();
    private final String nobodys = encoder.encode("nobody has this password");

    Passwords() {}

    /// What is wrong with a password; empty if nothing.
    Optional<String> fault(String password, String username) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of("password-length");
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("password-username");
        }
        var kinds = 0;
        for (var kind : OF_KIND) {
            kinds += kind.matcher(password).find() ? 1 : 0;
        }
        return kinds < KINDS ? Optional.of("password-kinds") : Optional.empty();
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /// Takes as long as a comparison, for a user name that nobody has.
    void compareWithNobodys(String password) {
        encoder.matches(password, nobodys);
    }

    /// A new password that the policy allows.
    String generate() {
        var text = new StringBuilder("Mq-");
        for (var i = 0; i < 15; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.append(random.nextInt(10)).toString();
    }
}
