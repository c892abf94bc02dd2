package org.mingqu.platform.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// A form is filled: what a record does not call nullable is there, or all that is missing is named at once.
@RestControllerAdvice
class FilledForms extends RequestBodyAdviceAdapter {

    FilledForms() {}

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var missing = new LinkedHashMap<String, String>();
        look(body, "", missing);
        if (!missing.isEmpty()) {
            throw new Refusal.Invalid(missing);
        }
        return body;
    }

    private static void look(@Nullable Object value, String path, Map<String, String> missing) {
        if (value instanceof Record form) {
            for (var component : form.getClass().getRecordComponents()) {
                var name = path.isEmpty() ? component.getName() : path + "." + component.getName();
                var part = part(form, component);
                if (part == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    missing.put(name, "field-empty");
                }
                look(part, name, missing);
            }
        } else if (value instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                look(list.get(i), path + "." + i, missing);
            }
        }
    }

    private static @Nullable Object part(Record form, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(form);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a form cannot be read", e);
        }
    }
}
