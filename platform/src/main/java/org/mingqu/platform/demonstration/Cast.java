package org.mingqu.platform.demonstration;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The people of the district who have a part in a scene, each signed in once.
final class Cast implements AutoCloseable {

    private final URI base;
    private final JsonMapper json;
    private final PastDays past;
    private final Map<String, Visitor> visitors = new HashMap<>();
    private int daysBack;

    Cast(URI base, JsonMapper json, PastDays past) {
        this.base = base;
        this.json = json;
        this.past = past;
    }

    /// Lets everybody play an action so many days ago.
    String daysAgo(int days, Play.Action action) {
        daysBack = days;
        try {
            return action.play();
        } finally {
            daysBack = 0;
        }
    }

    int daysBack() {
        return daysBack;
    }

    /// The person of that user name, signed in.
    Visitor as(String username) {
        var visitor = visitors.get(username);
        if (visitor == null) {
            visitor = new Visitor(base, username, json);
            visitor.signIn(); // signing in is always now
            visitors.put(username, visitor);
        }
        visitor.on(daysBack == 0 ? null : past.header(daysBack));
        return visitor;
    }

    @Override
    public void close() {
        visitors.values().forEach(Visitor::close);
    }
}
