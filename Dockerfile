# The hosted worker with every transport to Neo4j built in. How to run it: docs/operations.md.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Worker --configuration Release -p:Neo4jDriver=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /opt/fininvest
# Cases are confidential: nothing of them is readable by another user of the host, and the program needs no right to write outside its root.
RUN ln -s /opt/fininvest/fininvest /usr/local/bin/fininvest \
    && install -d -m 0700 -o "$APP_UID" /srv/fininvest
ENV DOTNET_EnableDiagnostics=0 \
    FININVEST_SERVE__LISTEN=0.0.0.0:8787 \
    FININVEST_VAULT=/srv/fininvest/vault \
    FININVEST_CACHE=/srv/fininvest/cache
USER $APP_UID
WORKDIR /srv/fininvest
VOLUME /srv/fininvest
EXPOSE 8787
# The image has no HTTP client; bash opens the connection itself.
HEALTHCHECK --interval=30s --timeout=5s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8787 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["fininvest"]
CMD ["serve", "--root", "/srv/fininvest"]
