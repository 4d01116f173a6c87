module lab/api

go 1.26
