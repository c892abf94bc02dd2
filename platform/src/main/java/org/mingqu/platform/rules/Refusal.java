package org.mingqu.platform.rules;

import java.util.List;
import java.util.Map;

/// What was asked is refused, and nothing has been changed.
///
/// A refusal carries a problem code and parameters; the sentence is made from the message files in the reader's
/// language. Any other exception is a fault of ours and is only logged.
public abstract sealed class Refusal extends RuntimeException {

    private final String code;
    private final String article;
    private final transient Map<String, String> parameters;

    private Refusal(String code, String article, Map<String, String> parameters) {
        super(code + " " + parameters);
        this.code = code;
        this.article = article;
        this.parameters = Map.copyOf(parameters);
    }

    /// The problem code: the last part of the problem's type, and the key of its sentence.
    public String code() {
        return code;
    }

    /// The article that refuses it; empty if none does.
    public String article() {
        return article;
    }

    /// What the sentence names.
    public Map<String, String> parameters() {
        return parameters;
    }

    /// There is no such thing, or the person may not know that there is.
    public static final class NotFound extends Refusal {
        public NotFound(String what) {
            super("not-found", "", Map.of("what", what));
        }
    }

    /// It is not for this person to do.
    public static final class NotYours extends Refusal {
        public NotYours(String code, String article) {
            super(code, article, Map.of());
        }
    }

    /// It cannot be done as things stand.
    public static final class NotOpen extends Refusal {
        private final transient List<String> open;

        public NotOpen(String code, String article, List<String> open) {
            this(code, article, open, Map.of());
        }

        public NotOpen(String code, String article, List<String> open, Map<String, String> parameters) {
            super(code, article, parameters);
            this.open = List.copyOf(open);
        }

        /// What is open instead.
        public List<String> open() {
            return open;
        }
    }

    /// Somebody else has taken a step since the person last looked.
    public static final class ChangedMeanwhile extends Refusal {
        public ChangedMeanwhile() {
            super("changed-meanwhile", "", Map.of());
        }
    }

    /// What was filled in does not hold; each field with the code of what is wrong with it.
    public static final class Invalid extends Refusal {
        private final transient Map<String, String> fields;

        public Invalid(Map<String, String> fields) {
            super("invalid", "", Map.of());
            this.fields = Map.copyOf(fields);
        }

        public Map<String, String> fields() {
            return fields;
        }
    }

    /// Who asks is not signed in, or cannot be at the moment.
    public static final class NotSignedIn extends Refusal {
        public NotSignedIn(String code) {
            super(code, "", Map.of());
        }

        public NotSignedIn(String code, Map<String, String> parameters) {
            super(code, "", parameters);
        }
    }
}
