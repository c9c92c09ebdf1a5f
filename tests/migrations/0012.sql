update source set rank = 20 where source_code = 'MARKET';
