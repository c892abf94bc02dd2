package org.mingqu.platform.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How stores write and read a column of JSON.
@Component
public class JsonColumns {

    private final JsonMapper json;

    JsonColumns(JsonMapper json) {
        this.json = json;
    }

    /// The text for a parameter that is cast to jsonb; null for null.
    public @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    public <T> T read(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        return json.readValue(row.getString(column), type);
    }

    public <T> T read(ResultSet row, String column, Class<T> type) throws SQLException {
        return json.readValue(row.getString(column), type);
    }

    public <T> List<T> list(ResultSet row, String column, Class<T> type) throws SQLException {
        return json.readValue(row.getString(column), json.getTypeFactory().constructCollectionType(List.class, type));
    }

    /// Null for null.
    public <T> @Nullable T find(ResultSet row, String column, Class<T> type) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : json.readValue(text, type);
    }
}
