FROM nginx:1.30
COPY site.conf /etc/nginx/conf.d/default.conf
COPY public/ /app/public/
