# This repository's studio as a container: a server or a worker, by MEDUSA_WORKER_MODE (docker-compose.yml). A store of your
# own has an image of its own; it only adds the plugin.
FROM node:22-bookworm-slim
WORKDIR /studio
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx medusa build
ENV NODE_ENV=production
EXPOSE 9000
WORKDIR /studio/.medusa/app
CMD ["npx", "medusa", "start", "--port", "9000"]
