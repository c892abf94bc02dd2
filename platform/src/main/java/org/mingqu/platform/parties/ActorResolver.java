package org.mingqu.platform.parties;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives controllers the [Actor] of the session. Its rights are looked up at each request, so that a lock or a
/// lost role holds at once.
@Configuration
class ActorResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    static {
        // It comes from the session and is no part of a request.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    private final Sessions sessions;

    ActorResolver(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        return sessions.actor(request.getNativeRequest(HttpServletRequest.class));
    }
}
