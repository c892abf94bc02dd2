package org.mingqu.platform.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the published interface say what the Java types say: a component of a record is there unless it
/// is `@Nullable`, an operation is named after its module, and any of them may answer with a problem.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    ApiDescription() {}

    private static final Schema<?> PROBLEM = new ObjectSchema()
            .addProperty("type", new StringSchema())
            .addProperty("detail", new StringSchema())
            .addProperty("article", new StringSchema())
            .addRequiredItem("type")
            .addRequiredItem("detail");

    @Bean
    GlobalOperationCustomizer namedAfterModuleAndMayBeRefused() {
        return (operation, handler) -> {
            operation.operationId("%s.%s"
                    .formatted(
                            handler.getBeanType().getPackage().getName().replaceFirst(".*\\.", ""),
                            handler.getMethod().getName()));
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("Refused")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json", new MediaType().schema(PROBLEM))));
            return operation;
        };
    }

    @Bean
    ModelConverter asTheTypesSay() {
        return new ModelConverter() {
            @Override
            public @Nullable Schema<?> resolve(
                    AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
                if (!chain.hasNext()) {
                    return null;
                }
                var resolved = chain.next().resolve(type, context, chain);
                var java = Json.mapper().constructType(type.getType()).getRawClass();
                if (resolved != null && java.isRecord()) {
                    var schema = definition(resolved, context);
                    for (var component : java.getRecordComponents()) {
                        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                            schema.addRequiredItem(component.getName());
                        }
                    }
                }
                return resolved;
            }
        };
    }

    private static Schema<?> definition(Schema<?> resolved, ModelConverterContext context) {
        var ref = resolved.get$ref();
        return ref == null
                ? resolved
                : requireNonNull(context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1)), ref);
    }
}
