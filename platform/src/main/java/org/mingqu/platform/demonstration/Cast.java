package org.mingqu.platform.demonstration;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The people of the district who have a part in a scene, each signed in once.
final class Cast implements AutoCloseable {

    private final URI base;
    private final JsonMapper json;
    private final Map<String, Visitor> visitors = new HashMap<>();

    Cast(URI base, JsonMapper json) {
        this.base = base;
        this.json = json;
    }

    /// The person of that user name, signed in.
    Visitor as(String username) {
        var known = visitors.get(username);
        if (known != null) {
            return known;
        }
        var visitor = new Visitor(base, username, json);
        visitor.signIn();
        visitors.put(username, visitor);
        return visitor;
    }

    @Override
    public void close() {
        visitors.values().forEach(Visitor::close);
    }
}
